"""What can be wrong with what is asked of an output."""


class WishError(ValueError):
    """What is asked for cannot be meant; its text is a sentence for the user."""
