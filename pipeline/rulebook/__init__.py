"""The rules as a book to read: which there are, by what they are proved, and which of them a folder of texts needs.

`catalogue` (every rule that matches words) and `conclusions` (every name under which a value is concluded) -> `firing`
(how often each does so in some texts) -> `command` (what is printed).
"""
