"""Reports: the form that goes out to executors, the filled one read back, and what is added to progress.yml."""
