import type { Call } from '../../foundation/http';
import type { Editor } from '../keep-acknowledgements';

/** Who edits the rule book in a call. */
export function editorOf({ actor, lang }: Call): Editor {
  return { kind: actor.kind, id: actor.id, name: actor.name, lang };
}
