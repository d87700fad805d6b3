"""``python -m riwaya``: the command where its folder is not on the path."""

from riwaya.cli.app import main

if __name__ == "__main__":
    main()
