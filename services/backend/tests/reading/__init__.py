"""The reader, room by room: what lines do, by whom they are said and how surely."""
