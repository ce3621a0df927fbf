"""One module for each section: it reads the request, calls one function, and shows the answer."""
