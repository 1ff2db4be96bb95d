"""The command line: `estivador chat`, `ask`, `eval`, `telegram`, `config check`."""

import sys

from bot.command_line import main

if __name__ == "__main__":
    sys.exit(main())
