import { routes } from '@fenrun/contracts/routes';
import { useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { type ReactNode, useState } from 'react';
import { ReasonDialog } from '../../kit/form/reason-dialog';
import { useWords } from '../../kit/i18n/words';
import { useProblemMessage } from '../../kit/states/use-problem-message';
import { call } from '../../lib/call';
import { standingWords } from './standing-words';
import { promotersWords } from './words';

type Named = { readonly code: string; readonly name: string };
type Asked = 'reject' | 'suspend' | 'reinstate' | 'ban';

export interface Standing {
  approve(person: Named): Promise<boolean>;
  ask(what: Asked, person: Named): void;
  /** To be drawn once, wherever the actions are. */
  readonly dialog: ReactNode;
}

/** Admits, rejects, suspends, reinstates and bans; each is told to the promoter by the server at once. */
export function useStanding(onDone?: () => void): Standing {
  const words = useWords(promotersWords);
  const client = useQueryClient();
  const { message } = App.useApp();
  const report = useProblemMessage();
  const [asked, setAsked] = useState<{ what: Asked; person: Named } | null>(null);
  const done = (said: string) => {
    message.success(said);
    for (const room of ['promoters', 'waiting']) void client.invalidateQueries({ queryKey: [room] });
    onDone?.();
  };
  const approve = async (person: Named) => {
    try {
      await call(routes.promoters.approve, { params: { code: person.code } });
      done(words.approved(person.name));
      return true;
    } catch (error) {
      report(error);
      return false;
    }
  };
  const texts = useDialogTexts(asked);
  const confirm = async (reason: string) => {
    if (!asked) return;
    await call(routes.promoters[asked.what], { params: { code: asked.person.code }, body: { reason: reason || null } });
    done(texts.done);
  };
  const dialog = (
    <ReasonDialog
      isOpen={asked !== null}
      title={texts.title}
      label={words.reason}
      usual={asked?.what === 'reject' ? words.rejectUsual : undefined}
      confirmLabel={texts.confirm}
      isDanger={asked?.what !== 'reinstate'}
      isOptional={asked?.what === 'reinstate'}
      onConfirm={confirm}
      onClose={() => setAsked(null)}
    >
      {texts.detail}
    </ReasonDialog>
  );
  return { approve, ask: (what, person) => setAsked({ what, person }), dialog };
}

function useDialogTexts(asked: { what: Asked; person: Named } | null) {
  const words = useWords(promotersWords);
  const standing = useWords(standingWords);
  const name = asked?.person.name ?? '';
  const texts = {
    suspend: {
      title: words.suspendTitle(name),
      detail: words.suspendDetail,
      confirm: words.suspendConfirm,
      done: words.suspended(name),
    },
    reinstate: {
      title: words.reinstateTitle(name),
      detail: words.reinstateDetail,
      confirm: words.reinstateConfirm,
      done: words.reinstated(name),
    },
    ban: {
      title: standing.banTitle(name),
      detail: standing.banDetail,
      confirm: standing.banConfirm,
      done: standing.banned(name),
    },
    reject: {
      title: words.rejectTitle(name),
      detail: words.rejectDetail,
      confirm: words.rejectConfirm,
      done: words.rejected(name),
    },
  } satisfies Record<Asked, unknown>;
  return texts[asked?.what ?? 'reject'];
}
