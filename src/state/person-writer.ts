import type { LayerProof } from '../api/layer-proof.js';
import { guardOf, type WritableField } from './guarded-fields.js';
import { LostAnswers, type Recovery } from './lost-answers.js';
import type { Person, Reason, Send, StepUp } from './person.js';

/** The writes of one person: with proof where Logto guards the field, and never again while nobody knows how one ended. */
export class PersonWriter {
  readonly #lost = new LostAnswers();

  constructor(
    private readonly person: Person,
    private readonly stepUp: StepUp,
  ) {}

  write<Result>(
    field: WritableField,
    send: Send<Result, never>,
    recovery: Recovery,
    reason?: Reason,
  ): Promise<Result | undefined> {
    return this.#lost.recover(field, () => this.#send(field, send, reason), recovery);
  }

  #send<Result>(field: WritableField, send: Send<Result, never>, reason?: Reason): Promise<Result> {
    const { person, stepUp } = this;
    const action = (verification?: LayerProof) => send(person.client, verification as never);
    switch (guardOf[field]) {
      case 'never':
        return action();
      case 'always':
        return stepUp.run(person, action, reason);
      case 'by-layer':
        return stepUp.runForLayer(person, action, reason);
      case 'with-a-method':
        return stepUp.runIfGuarded(person, action, reason);
    }
  }
}
