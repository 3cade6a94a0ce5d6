"""The tests: behaviour a person would look for, told as questions."""
