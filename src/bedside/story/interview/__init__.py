"""Questions of interviews, and answers as they are said."""
