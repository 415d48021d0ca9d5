"""One module a family of commands; each turns arguments into one verb and prints what it gave."""
