"""The user's own playbooks."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    op.create_table(
        "playbooks",
        sa.Column("playbook_id", sa.String(64), primary_key=True),
        sa.Column("playbook", sa.JSON, nullable=False),
    )


def downgrade() -> None:
    op.drop_table("playbooks")
