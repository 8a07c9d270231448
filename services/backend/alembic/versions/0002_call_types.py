"""Who answers a session's call, and what is remembered of the call before."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("sessions", sa.Column("answered_by", sa.String(16), nullable=False, server_default="person"))
    op.add_column("sessions", sa.Column("earlier", sa.JSON))


def downgrade() -> None:
    op.drop_column("sessions", "earlier")
    op.drop_column("sessions", "answered_by")
