"""Sessions, their events and their scorecards."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "sessions",
        sa.Column("session_id", sa.String(36), primary_key=True),
        sa.Column("seed", sa.Integer, nullable=False),
        sa.Column("duration_minutes", sa.Integer, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("difficulty", sa.Integer, nullable=False),
        sa.Column("call_type", sa.String(16), nullable=False),
        sa.Column("mode", sa.String(8), nullable=False),
        sa.Column("wording", sa.String(16), nullable=False),
        sa.Column("playbook_id", sa.String(64), nullable=False),
        sa.Column("prospect_code", sa.String(64), nullable=False),
        sa.Column("trainee_name", sa.String(80), nullable=False),
        sa.Column("assisted", sa.Boolean, nullable=False),
        sa.Column("show_state", sa.Boolean, nullable=False),
        sa.Column("previous_session_id", sa.String(36)),
        sa.Column("persona", sa.JSON, nullable=False),
        sa.Column("brief", sa.JSON, nullable=False),
        sa.Column("met", sa.JSON, nullable=False),
        sa.Column("phase", sa.String(16), nullable=False),
        sa.Column("ended_reason", sa.String(32)),
        sa.Column("ended_by", sa.String(16)),
    )
    op.create_index("ix_sessions_newest", "sessions", ["created_at", "session_id"])
    op.create_table(
        "events",
        sa.Column(
            "session_id",
            sa.String(36),
            sa.ForeignKey("sessions.session_id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("seq", sa.Integer, primary_key=True),
        sa.Column("t_ms", sa.Integer, nullable=False),
        sa.Column("kind", sa.String(24), nullable=False),
        sa.Column("data", sa.JSON, nullable=False),
    )
    op.create_table(
        "scorecards",
        sa.Column(
            "session_id",
            sa.String(36),
            sa.ForeignKey("sessions.session_id", ondelete="CASCADE"),
            primary_key=True,
        ),
        sa.Column("rubric_id", sa.String(64), primary_key=True),
        sa.Column("rubric_version", sa.String(32), primary_key=True),
        sa.Column("status", sa.String(16), nullable=False),
        sa.Column("total_score", sa.Integer),
        sa.Column("card", sa.Text, nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
    )


def downgrade() -> None:
    op.drop_table("scorecards")
    op.drop_table("events")
    op.drop_index("ix_sessions_newest", "sessions")
    op.drop_table("sessions")
