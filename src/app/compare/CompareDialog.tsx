import { useId, useState } from 'react'
import { formatPath, type Path } from '../core.ts'
import { closeDialog } from '../dialogs.ts'
import { goToSpecPath } from '../go.ts'
import { usePastedAnswer } from '../pasted-answer.ts'
import { CodeLine, CopyButton, Dialog, FindingList } from '../ui/index.ts'
import { t, translated, WithCode } from '../words/index.ts'
import type { Outcome } from '../workers/index.ts'
import { CompareWithOwn } from './CompareWithOwn.tsx'
import type { Compared } from './compare-jobs.ts'
import { compareWith } from './compare-with.ts'
import { XmlDiff } from './XmlDiff.tsx'
import './compare.css'

/** The design beside another VM: what differs in words, the commands that make the other one this, both as XML. */
export function CompareDialog() {
  const [text, setText] = useState('')
  const outcome = usePastedAnswer(text, compareWith)
  const id = useId()
  const take = async (file: File | null | undefined) => {
    if (file) setText(await file.text())
  }
  return (
    <Dialog title={t`Compare with another VM`} open onClose={closeDialog} actions={[]} cancel={t`Close`} wide>
      <div className="compare">
        <label className="compare__label" htmlFor={id}>
          <WithCode
            text={t`The VM as it is now: what <code>virsh dumpxml</code> prints, or another vm.yml`}
          />
        </label>
        <textarea
          id={id}
          className="pasted"
          rows={outcome === undefined ? 6 : 3}
          spellCheck={false}
          placeholder={"<domain type='kvm' id='1'> …"}
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <CompareWithOwn onText={setText} />
        <label className="compare__file">
          {t`Or a file`}{' '}
          <input
            type="file"
            accept=".xml,.yml,.yaml,.json,.txt"
            onChange={(event) => void take(event.target.files?.item(0))}
          />
        </label>
        <div role="status">
          <Said outcome={outcome} />
        </div>
      </div>
    </Dialog>
  )
}

function leftAsideInWords(count: number): string {
  if (count === 0) return ''
  return count === 1
    ? t`One place that libvirt fills in by itself, or that only a running VM has, is left aside.`
    : t`${count} places that libvirt fills in by itself, or that only a running VM has, are left aside.`
}

function Said({ outcome }: { readonly outcome: Outcome<Compared> | undefined }) {
  if (outcome === undefined)
    return (
      <p className="compare__quiet">
        <WithCode
          text={t`Of a VM that runs, the commands change what goes live at once. With <code>virsh dumpxml --inactive</code> they change its definition.`}
        />
      </p>
    )
  if (outcome.kind !== 'done')
    return (
      <p>{t`What compares could not do it: try again when there is a connection, or with a shorter text.`}</p>
    )
  const { name, count, findings, comparison } = outcome.answer
  if (name === undefined)
    return findings.length === 0 ? (
      <p>{t`There is no VM in the text.`}</p>
    ) : (
      <FindingList
        findings={findings.map(({ severity, message }, index) => ({
          id: String(index),
          severity,
          message: translated(message),
        }))}
      />
    )
  const { differences, leftAside, xml, script } = comparison
  const which = count === 1 ? name : t`${name}, one of ${count} in the text,`
  const aside = leftAsideInWords(leftAside)
  if (differences.length === 0)
    return (
      <p>
        {t`${which} is equal to this design.`} {aside}
      </p>
    )
  return (
    <>
      <p>
        {t`${summary(differences)} between ${which} and this design.`}{' '}
        <span className="compare__quiet">{aside}</span>
      </p>
      <Differences differences={differences} />
      <section aria-label={t`Commands`}>
        <div className="compare__head">
          <h3>{t`Commands that make ${name} this design`}</h3>
          <CopyButton text={script} what={t`the commands`} size="small" />
        </div>
        <pre className="compare__script">
          <code>{script}</code>
        </pre>
      </section>
      <section aria-label={t`XML`}>
        <h3>{t`XML: ${name} on the left, this design on the right`}</h3>
        <XmlDiff before={xml.before} after={xml.after} />
      </section>
    </>
  )
}

type Differences = Compared['comparison']['differences']

function summary(differences: Differences): string {
  const live = differences.filter(({ how }) => how === 'live').length
  const rest = differences.length - live
  const all = differences.length === 1 ? t`1 difference` : t`${differences.length} differences`
  return t`${all}, ${live} of them live and ${rest} after a restart,`
}

const inForce = {
  live: t`goes live`,
  restart: t`after a restart`,
  'new definition': t`new definition`,
} as const

/** The field that a difference is about. */
function go(field: Path) {
  closeDialog()
  goToSpecPath(field)
}

function Differences({ differences }: { readonly differences: Differences }) {
  const parts = [...new Set(differences.map(({ part }) => part))]
  return (
    <dl className="compare__parts" aria-label={t`Differences`}>
      {parts.map((part) => (
        <div key={part} className="compare__part">
          <dt>{translated(part)}</dt>
          {differences
            .filter((difference) => difference.part === part)
            .map(({ path, field, words, how, why, commands }) => (
              <dd key={`${formatPath(path)} ${words}`}>
                <button type="button" className="compare__go" onClick={() => go(field)}>
                  {translated(words)}
                </button>
                <span className="compare__how" data-how={how === 'live' ? 'live' : 'later'}>
                  {inForce[how]}
                </span>
                {why !== undefined && <span className="compare__quiet">{translated(why)}</span>}
                {commands.length > 0 && (
                  <details>
                    <summary>{t`Its commands`}</summary>
                    <CodeLine code={commands.join('\n')} what={t`the commands`} />
                  </details>
                )}
              </dd>
            ))}
        </div>
      ))}
    </dl>
  )
}
