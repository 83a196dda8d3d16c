"""What clerks use: import of Office files, forms and their answers, a new community or site."""
