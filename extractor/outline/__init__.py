"""Where the report begins and ends on its page, and how it is divided: body, headings, cells of flattened tables."""
