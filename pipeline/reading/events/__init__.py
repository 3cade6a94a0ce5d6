"""What a text says happened, goes on or is planned: clauses, their triggers and slots, events told twice joined."""
