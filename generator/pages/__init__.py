"""Views to Markdown pages through Jinja: one module for each kind of page, one template for each."""
