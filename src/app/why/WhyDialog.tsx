import { useId, useState } from 'react'
import { formatPath, type Path } from '../core.ts'
import { closeDialog } from '../dialogs.ts'
import { goToSpecPath } from '../go.ts'
import { usePastedAnswer } from '../pasted-answer.ts'
import { vmDocument } from '../store.ts'
import { announce, Button, CodeLine, Dialog } from '../ui/index.ts'
import { t, translated, WithCode } from '../words/index.ts'
import type { Outcome } from '../workers/index.ts'
import { type Explained, explain } from './explain.ts'
import './why.css'

/** Where libvirt keeps what QEMU said: for the system, and for a session. */
const logCommand = 'tail -n 30 /var/log/libvirt/qemu/*.log ~/.cache/libvirt/qemu/log/*.log'

/** What a message means for the design: its cause, the way to its place, what mends it. */
export function WhyDialog({ text: pasted }: { readonly text: string | undefined }) {
  const [text, setText] = useState(pasted ?? '')
  const outcome = usePastedAnswer(text, explain)
  const id = useId()
  return (
    <Dialog title={t`Why did it fail?`} open onClose={closeDialog} actions={[]} cancel={t`Close`} wide>
      <div className="why">
        <label
          className="why__label"
          htmlFor={id}
        >{t`What virsh, virt-manager, QEMU, a helper or the journal said`}</label>
        <textarea
          id={id}
          className="pasted"
          rows={text.split('\n').length > 4 ? 6 : 4}
          spellCheck={false}
          placeholder={'error: Failed to start domain …'}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <div role="status">
          <Said outcome={outcome} />
        </div>
      </div>
    </Dialog>
  )
}

function Said({ outcome }: { readonly outcome: Outcome<Explained> | undefined }) {
  if (outcome === undefined)
    return (
      <p className="why__quiet">{t`Paste the message, as it came: lines that were broken, times and names around it do no harm.`}</p>
    )
  if (outcome.kind !== 'done')
    return (
      <p>{t`What explains messages could not do it: try again when there is a connection, or with a shorter text.`}</p>
    )
  const { answers, unknown, isCut, mayBeTranslated } = outcome.answer
  return (
    <>
      {isCut && <p className="why__quiet">{t`The text is long: only its end was looked at.`}</p>}
      {answers.length > 0 && (
        <ul className="why__answers" aria-label={t`Answers`}>
          {answers.map((answer) => (
            <Answer
              key={`${answer.code} ${answer.cause} ${answer.places.map(formatPath).join(' ')}`}
              answer={answer}
            />
          ))}
        </ul>
      )}
      {unknown.length > 0 && (
        <div className="why__unknown">
          <p>{answers.length > 0 ? t`Not known of it:` : t`Nothing is known of this message:`}</p>
          <ul>
            {unknown.map((message) => (
              <li key={message}>
                <code>{message}</code>
              </li>
            ))}
          </ul>
          {mayBeTranslated && (
            <p>
              <WithCode
                text={t`It may be a translation: run the command again with <code>LC_ALL=C</code> before it.`}
              />
            </p>
          )}
          <p className="why__quiet">{t`The end of the VM’s log often says more. Paste that, too:`}</p>
          <CodeLine code={logCommand} what={t`the command`} prompt="$" />
        </div>
      )}
      {answers.length === 0 && unknown.length === 0 && <p>{t`There is no message in the text.`}</p>}
    </>
  )
}

function Answer({ answer }: { readonly answer: Explained['answers'][number] }) {
  const { code, cause, places, fix, command, matched } = answer
  const go = (path: Path) => {
    closeDialog()
    goToSpecPath(path)
  }
  const apply = () => {
    if (fix === undefined) return
    vmDocument.applyFix(fix)
    announce(translated(fix.title))
  }
  return (
    <li className="why__answer">
      <p className="why__cause">{translated(cause)}</p>
      <p className="why__quiet">
        <WithCode text={t`<code>${code}</code> for “${matched}”`} />
      </p>
      {places.map((path) => (
        <button key={formatPath(path)} type="button" className="finding-list__path" onClick={() => go(path)}>
          {formatPath(path)}
        </button>
      ))}
      {fix !== undefined && (
        <div>
          <Button size="small" icon="fix" onPress={apply}>
            {translated(fix.title)}
          </Button>
        </div>
      )}
      {command !== undefined && <CodeLine code={command} what={t`the command`} prompt="$" />}
    </li>
  )
}
