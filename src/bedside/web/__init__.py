"""The private app in the browser: the only room that knows Django, a thin face over everything below it."""
