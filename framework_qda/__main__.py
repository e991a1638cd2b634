"""Run the program as `python -m framework_qda`."""

from framework_qda.start import main

if __name__ == "__main__":
    main()
