import { couponStateWords } from '@fenrun/contracts/labels';
import { routes } from '@fenrun/contracts/routes';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { Link } from 'react-router';
import { useCan } from '../../kit/can';
import { usePanelGuard } from '../../kit/form/use-panel-guard';
import { useLanguage } from '../../kit/i18n/language';
import { useWords } from '../../kit/i18n/words';
import type { PanelPlace } from '../../kit/list/list-page';
import { Facts, PanelSection, SidePanel } from '../../kit/panel/side-panel';
import { StatusTag } from '../../kit/panel/status-tag';
import { ProblemState } from '../../kit/states/problem-state';
import { LinesSkeleton } from '../../kit/states/skeleton';
import { TimeText } from '../../kit/time/time-text';
import { useZone } from '../../kit/time/zone-context';
import { call } from '../../lib/call';
import { isProblem, Problem, withNames } from '../../lib/problem';
import { CouponForm, type CouponValues } from './coupon-form';
import { couponBody, couponFieldOf } from './coupon-values';
import { type Coupon, couponTones, discountText } from './discount';
import { couponsWords } from './words';

/** In the URL this opens the form of a new coupon; no code can be it, because codes have no spaces. */
export const newCoupon = ' new';

const panelKeys = ['open'];

export function CouponPanel(place: PanelPlace) {
  const guard = usePanelGuard(panelKeys, place.onClose);
  const words = useWords(couponsWords);
  const isNew = place.id === newCoupon;
  const query = useQuery({
    queryKey: ['coupons', 'one', place.id],
    queryFn: ({ signal }) => call(routes.coupons.read, { params: { code: place.id }, signal }),
    enabled: !isNew,
  });
  const coupon = isNew ? undefined : query.data;
  return (
    <SidePanel
      title={isNew ? words.addTitle : place.id}
      place={place.place}
      onPrevious={place.onPrevious}
      onNext={place.onNext}
      onClose={place.onClose}
    >
      {!isNew && query.isPending ? <LinesSkeleton lines={8} /> : null}
      {query.error ? (
        <ProblemState error={query.error} what={words.what} onRetry={() => void query.refetch()} small />
      ) : null}
      {coupon ? <CouponFacts coupon={coupon} /> : null}
      {isNew || coupon ? (
        <Editor key={coupon?.code ?? 'new'} coupon={coupon} guard={guard} onClose={place.onClose} />
      ) : null}
    </SidePanel>
  );
}

interface EditorProps {
  coupon: Coupon | undefined;
  guard: ReturnType<typeof usePanelGuard>;
  onClose: () => void;
}

function Editor({ coupon, guard, onClose }: EditorProps) {
  const words = useWords(couponsWords);
  const { timezone } = useZone();
  const mayEdit = useCan('rules');
  const client = useQueryClient();
  const { message } = App.useApp();
  const save = (values: CouponValues) => withNames(() => send(values), couponFieldOf);
  const send = async (values: CouponValues) => {
    const body = couponBody(values, coupon ?? null, timezone);
    if (coupon) {
      const saved = await call(routes.coupons.save, { params: { code: coupon.code }, body });
      client.setQueryData(['coupons', 'one', coupon.code], saved);
      message.success(words.saved(coupon.code));
    } else {
      const code = values.code?.trim() ?? '';
      const added = await call(routes.coupons.add, { body: { code, ...body } }).catch((error: unknown) => {
        throw isProblem(error) && error.code === 'coupon-exists' ? takenCode(error) : error;
      });
      message.success(words.added(added.code));
    }
    void client.invalidateQueries({ queryKey: ['coupons'] });
    guard.leave();
  };
  const form = (
    <CouponForm coupon={coupon} onSave={save} onCancel={onClose} onTouched={guard.touch} isReadOnly={!mayEdit} />
  );
  return coupon ? <PanelSection title={words.edit}>{form}</PanelSection> : form;
}

/** The code is taken: said at its field. */
const takenCode = ({ status, code, title }: Problem): Problem =>
  new Problem(status, { code, title, errors: [{ pointer: '/code', code, detail: title }] });

function CouponFacts({ coupon }: { coupon: Coupon }) {
  const words = useWords(couponsWords);
  const language = useLanguage();
  const { currency } = useZone();
  const owner = coupon.owner ? (
    <Link to={`/promoters/${encodeURIComponent(coupon.owner)}`}>
      {words.whoseSales(coupon.ownerName ?? coupon.owner)}
    </Link>
  ) : (
    words.nobodySales
  );
  return (
    <PanelSection title={words.facts}>
      <Facts
        items={[
          [
            words.state,
            <StatusTag key="state" tone={couponTones[coupon.state]}>
              {couponStateWords[coupon.state][language]}
            </StatusTag>,
          ],
          [words.discount, discountText(coupon.discount, currency, words)],
          [words.owner, owner],
          [words.uses, words.usesOf(coupon.uses, coupon.useLimit)],
          [
            words.rules,
            coupon.rules > 0 ? (
              <Link key="rules" to={`/rules/layers?q=${encodeURIComponent(coupon.code)}`}>
                {words.rulesWithIt(coupon.rules)}
              </Link>
            ) : (
              words.noRules
            ),
          ],
          [words.created, <TimeText key="created" at={coupon.createdAt} />],
        ]}
      />
    </PanelSection>
  );
}
