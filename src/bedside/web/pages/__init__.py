"""One module for each page, in sections: it reads the request, calls one function, and shows the answer."""
