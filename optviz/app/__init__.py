"""The app as a server runs it: the script of the pages, and the routes beside it."""
