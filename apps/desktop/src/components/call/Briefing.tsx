/** Only what a rep would know before dialling. */
import type { Briefing } from '../../types/session';

export function BriefingCard({ briefing }: { briefing: Briefing }) {
  const { seller, prospect } = briefing;
  return (
    <section
      aria-labelledby="briefing"
      className="rounded-card border border-line bg-surface p-6 text-left shadow-soft"
    >
      <h2 id="briefing" className="text-lead">
        Briefing
      </h2>
      {briefing.goal !== '' && <p className="mt-1">{briefing.goal}</p>}
      <dl className="mt-4 grid gap-4 text-note">
        <Fact term="Calling">
          {prospect.name !== null && <strong className="font-semibold">{prospect.name}, </strong>}
          {prospect.title} at {prospect.company}
          <span className="block text-muted">
            {[prospect.industry, prospect.size].filter(Boolean).join(' · ')}
          </span>
        </Fact>
        <Facts term="Known about them" facts={prospect.public_facts} />
        <Fact term="You sell">
          {seller.product} <span className="text-muted">({seller.company})</span>
        </Fact>
        <Facts term="Problems it solves" facts={seller.problems} />
        <Facts term="Proof" facts={seller.proof} />
        {seller.price_hint !== '' && <Fact term="Price">{seller.price_hint}</Fact>}
      </dl>
    </section>
  );
}

function Fact({ term, children }: { term: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-muted">{term}</dt>
      <dd className="text-body first-letter:uppercase">{children}</dd>
    </div>
  );
}

function Facts({ term, facts }: { term: string; facts: readonly string[] }) {
  if (facts.length === 0) return null;
  return (
    <Fact term={term}>
      <ul className="ml-4 list-disc marker:text-muted">
        {facts.map((fact) => (
          <li key={fact} className="first-letter:uppercase">
            {fact}
          </li>
        ))}
      </ul>
    </Fact>
  );
}
