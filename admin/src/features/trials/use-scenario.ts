import { routes } from '@fenrun/contracts/routes';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type AnswerOf, type BodyOf, call } from '../../lib/call';
import { placeOfSyntax, type TextPlace } from './json-place';

export type PlanTrial = AnswerOf<'trials.plan'>;

const storedAs = 'fenrun.plan-trial';

/** What is wrong with the text before it is sent, and where. */
export interface SyntaxProblem {
  readonly message: string;
  readonly place: TextPlace | null;
}

/** The text of a plan, kept for this window, and what came of playing it. */
export function useScenario() {
  const [text, setText] = useState(() => window.sessionStorage.getItem(storedAs) ?? '');
  const [syntax, setSyntax] = useState<SyntaxProblem | null>(null);
  /** The text that was played: what is said about lines holds for it and not for what was typed since. */
  const [played, setPlayed] = useState('');
  const play = useMutation({
    mutationFn: (scenario: BodyOf<'trials.plan'>['scenario']) => call(routes.trials.plan, { body: { scenario } }),
  });
  const write = (next: string) => {
    setText(next);
    setSyntax(null);
    window.sessionStorage.setItem(storedAs, next);
  };
  const run = () => {
    setPlayed(text);
    const parsed = parse(text);
    if ('problem' in parsed) {
      play.reset();
      setSyntax(parsed.problem);
    } else {
      setSyntax(null);
      play.mutate(parsed.scenario);
    }
  };
  return { text, write, run, played, syntax, isPlaying: play.isPending, trial: play.data, error: play.error };
}

export type ScenarioState = ReturnType<typeof useScenario>;

function parse(text: string): { scenario: Record<string, unknown> } | { problem: SyntaxProblem } {
  try {
    const scenario: unknown = JSON.parse(text);
    if (typeof scenario === 'object' && scenario !== null && !Array.isArray(scenario))
      return { scenario: scenario as Record<string, unknown> };
    return { problem: { message: '{ … }', place: { start: 0, end: text.length, line: 1 } } };
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    return { problem: { message, place: placeOfSyntax(text, message) } };
  }
}
