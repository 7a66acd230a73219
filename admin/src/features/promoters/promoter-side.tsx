import { Link } from 'react-router';
import { MeterBar } from '../../kit/charts/bar-list';
import { useLanguage } from '../../kit/i18n/language';
import { grouped, useWords } from '../../kit/i18n/words';
import { moneyString } from '../../kit/money/money-format';
import { MoneyText } from '../../kit/money/money-text';
import { Section } from '../../kit/shell/section';
import { LinesSkeleton } from '../../kit/states/skeleton';
import { Quiet, Strong } from '../../kit/text';
import { dayOfInstant, instantOf } from '../../kit/time/time-format';
import { useNow } from '../../kit/time/use-now';
import { useZone } from '../../kit/time/zone-context';
import { PromoterStory } from './promoter-story';
import styles from './promoters.module.css';
import { useWork, type Work } from './use-work';
import { promotersWords } from './words';

/** At the side: the way to the next level, the partners, and what happened. */
export function PromoterSide({ code }: { code: string }) {
  const work = useWork(code).data;
  return (
    <>
      {work?.level ? <Level level={work.level} /> : null}
      {work ? <Partners partners={work.partners} currency={work.currency} /> : <LinesSkeleton lines={3} />}
      <PromoterStory code={code} />
    </>
  );
}

function Level({ level }: { level: NonNullable<Work['level']> }) {
  const words = useWords(promotersWords);
  const language = useLanguage();
  const { timezone, currency } = useZone();
  const now = useNow();
  const isCount = level.metric === 'referral_order_count';
  const say = (value: string) => (isCount ? words.ordersUnit(grouped(Number(value))) : moneyString(value, currency));
  const reset = level.resetsAt ? dayOfInstant(instantOf(level.resetsAt), timezone, language, now) : null;
  const part = Number(level.value) / Number(level.threshold);
  return (
    <Section title={words.level}>
      <div className={styles.block}>
        <div className={styles.levelRow}>
          <span>{words.levelTo(level.programmeName, level.rate)}</span>
          <span>{words.levelLeft(say(level.left))}</span>
        </div>
        <MeterBar part={Number.isFinite(part) ? part : 0} label={words.levelTo(level.programmeName, level.rate)} />
        <div className={styles.levelRow}>
          <span className={styles.levelHint}>{words.levelNow(say(level.value))}</span>
          <span className={styles.levelHint}>{words.levelThreshold(say(level.threshold), reset)}</span>
        </div>
      </div>
    </Section>
  );
}

function Partners({ partners, currency }: { partners: Work['partners']; currency: string }) {
  const words = useWords(promotersWords);
  return (
    <Section
      title={words.partners}
      hint={partners.count > 0 ? words.partnersHint(partners.count, partners.activeThisMonth) : undefined}
      extra={partners.top.length > 0 ? <span className={styles.levelHint}>{words.partnersMonth}</span> : undefined}
    >
      <div className={styles.block}>
        {partners.count === 0 ? <span className={styles.quietNote}>{words.noPartners}</span> : null}
        {partners.top.map(({ promoter, programmeName, sales }) => (
          <div key={promoter.code} className={styles.partner}>
            <Link to={`/promoters/${encodeURIComponent(promoter.code)}`} style={{ color: 'inherit' }}>
              <Strong>{promoter.name}</Strong> <Quiet>{programmeName}</Quiet>
            </Link>
            <MoneyText amount={sales} currency={currency} size="text-strong" />
          </div>
        ))}
      </div>
    </Section>
  );
}
