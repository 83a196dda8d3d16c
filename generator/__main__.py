"""`python -m generator` is the command `plans`, for where its script is not on the path."""

from generator.cli import main

if __name__ == "__main__":
    main()
