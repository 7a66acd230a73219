import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { campaignStateWords } from '@fenrun/contracts/labels';
import { routes } from '@fenrun/contracts/routes';
import { useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { type Language, useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import type { ListUrl } from '../../kit/list/list-url';
import { useWidth } from '../../kit/list/use-width';
import { ProblemState } from '../../kit/states/problem-state';
import { dayIn, instantOf } from '../../kit/time/time-format';
import { useNow } from '../../kit/time/use-now';
import { windowDays, windowText } from '../../kit/time/window-days';
import { useZone } from '../../kit/time/zone-context';
import { call } from '../../lib/call';
import {
  type CalendarSpan,
  calendarSpan,
  type Month,
  monthOf,
  monthsLater,
  placeBars,
  placeIn,
} from './calendar-layout';
import type { Campaign } from './campaign-bonus';
import styles from './campaign-calendar.module.css';
import { campaignsWords } from './words';

const laneHeight = 30;
const leastLanes = 2;
/** A narrow list shows fewer months, so that a week still has a width. */
const narrowWidth = 720;
const [monthsWide, monthsNarrow] = [6, 3];
const widthUnknown = 1100;

interface CampaignCalendarProps {
  url: ListUrl;
  openId: string | null;
  onOpen: (id: string) => void;
}

/** Campaigns as bars over the months around today. The list beneath says the same in words. */
export function CampaignCalendar({ url, openId, onOpen }: CampaignCalendarProps) {
  const words = useWords(campaignsWords);
  const { timezone } = useZone();
  const now = useNow();
  const [widthRef, measured] = useWidth();
  const width = measured || widthUnknown;
  const present = monthOf(dayIn(now, timezone));
  const count = width < narrowWidth ? monthsNarrow : monthsWide;
  const first = url.get('month') ?? monthsLater(present, -1);
  const span = calendarSpan(first, count, timezone);
  const last = monthsLater(first, count);
  const query = useQuery({
    queryKey: ['campaigns', 'calendar', first, count],
    queryFn: ({ signal }) =>
      call(routes.campaigns.list, { query: { from: `${first}-01`, to: `${last}-01`, limit: 200 }, signal }),
    placeholderData: (old) => old,
  });
  const go = (month: Month | null) => url.set({ month });
  return (
    <section className={styles.calendar} aria-label={words.calendar}>
      <div className={styles.tools}>
        <Button
          size="small"
          type="text"
          icon={<LeftOutlined />}
          aria-label={words.earlier}
          onClick={() => go(monthsLater(first, -monthsNarrow))}
        />
        <Button size="small" type="text" onClick={() => go(null)}>
          {words.today}
        </Button>
        <Button
          size="small"
          type="text"
          icon={<RightOutlined />}
          aria-label={words.later}
          onClick={() => go(monthsLater(first, monthsNarrow))}
        />
      </div>
      <div ref={widthRef} className={styles.frame} aria-busy={query.isPending}>
        <MonthHeads span={span} now={now} />
        {query.error ? (
          <ProblemState error={query.error} what={words.calendar} onRetry={() => void query.refetch()} small />
        ) : (
          <Bars
            campaigns={query.data?.data ?? []}
            isLoading={query.isPending}
            span={span}
            width={width}
            openId={openId}
            onOpen={onOpen}
          />
        )}
      </div>
    </section>
  );
}

function MonthHeads({ span, now }: { span: CalendarSpan; now: number }) {
  const words = useWords(campaignsWords);
  const language = useLanguage();
  const isTodayShown = now >= span.from && now < span.to;
  return (
    <div className={styles.months} aria-hidden="true">
      {span.months.map((month, index) => (
        <div key={month} className={styles.month} style={{ left: percent(placeIn(span, span.starts[index] ?? 0)) }}>
          {monthName(month, language, index === 0)}
        </div>
      ))}
      {isTodayShown ? (
        <span className={styles.todayName} style={{ left: percent(placeIn(span, now)) }}>
          {words.today}
        </span>
      ) : null}
    </div>
  );
}

interface BarsProps {
  campaigns: readonly Campaign[];
  isLoading: boolean;
  span: CalendarSpan;
  width: number;
  openId: string | null;
  onOpen: (id: string) => void;
}

function Bars({ campaigns, isLoading, span, width, openId, onOpen }: BarsProps) {
  const words = useWords(campaignsWords);
  const language = useLanguage();
  const { timezone } = useZone();
  const now = useNow();
  const bars = placeBars(campaigns.map(windowOfCampaign), span, width);
  const byId = new Map(campaigns.map((campaign) => [campaign.id, campaign]));
  const lanes = Math.max(leastLanes, ...bars.map((bar) => bar.lane + 1));
  const isTodayShown = now >= span.from && now < span.to;
  const year = dayIn(now, timezone).slice(0, 4);
  return (
    <div className={styles.field} style={{ height: lanes * laneHeight + 12 }}>
      {span.starts.slice(0, -1).map((start) => (
        <span key={start} className={styles.line} style={{ left: percent(placeIn(span, start)) }} aria-hidden="true" />
      ))}
      {isTodayShown ? (
        <span className={styles.today} style={{ left: percent(placeIn(span, now)) }} aria-hidden="true" />
      ) : null}
      {bars.map((bar) => {
        const campaign = byId.get(bar.id);
        if (!campaign) return null;
        const { state, name } = campaign;
        const when = windowText(windowDays(campaign, timezone), language, year, words.always);
        const label = words.onCalendar(name, when, campaignStateWords[state][language]);
        const ends = `${bar.beginsBefore ? styles.fromBefore : ''} ${bar.endsAfter ? styles.toAfter : ''}`;
        return (
          <button
            key={bar.id}
            type="button"
            className={`${styles.bar} ${styles[state]} ${styles[bar.label]} ${ends} ${bar.id === openId ? styles.open : ''}`}
            style={{ left: percent(bar.left), width: percent(bar.width), top: bar.lane * laneHeight + 8 }}
            aria-label={label}
            title={label}
            onClick={() => onOpen(bar.id)}
          >
            <span className={styles.name}>{name}</span>
          </button>
        );
      })}
      {bars.length === 0 && !isLoading ? <p className={styles.empty}>{words.calendarEmpty}</p> : null}
    </div>
  );
}

const percent = (part: number): string => `${Math.round(part * 1e6) / 1e4}%`;

const windowOfCampaign = ({ id, name, from, to }: Campaign) => ({
  id,
  name,
  fromMs: from === null ? null : instantOf(from),
  toMs: to === null ? null : instantOf(to),
});

const monthNames = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** 11月, or Nov; the first month and each January carry the year. */
function monthName(month: Month, language: Language, isFirst: boolean): string {
  const [year, number] = month.split('-').map(Number);
  const withYear = isFirst || number === 1;
  if (language === 'zh') return `${withYear ? `${year}年` : ''}${number}月`;
  return `${monthNames[(number ?? 1) - 1]}${withYear ? ` ${year}` : ''}`;
}
