"""A finished call as one file for people: Markdown, or an HTML page that needs nothing else."""

from app.scoring.render.markdown import as_markdown
from app.scoring.render.page import as_html
from app.scoring.render.sound import compressed

__all__ = ["as_html", "as_markdown", "compressed"]
