"""What a text lists: goods with the flow they belong to, sectors with their role; lists, brackets and shared heads."""
