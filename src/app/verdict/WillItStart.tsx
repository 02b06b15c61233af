import { useId, useState } from 'react'
import { formatPath, type StartStep, type StartVerdict, type StartWay, startWayNames } from '../core.ts'
import { openDialog } from '../dialogs.ts'
import { goToSpecPath } from '../go.ts'
import { useRendered } from '../render/index.ts'
import { vmDocument } from '../store.ts'
import { announce, Button, CodeLine, Icon, Segments, useStoredFlag } from '../ui/index.ts'
import { t, translated } from '../words/index.ts'
import { useStartVerdicts } from './verdicts.ts'
import './will-it-start.css'

/** One line that answers, and below it, when wished, what remains to be done for each way to start the VM. */
export function WillItStart() {
  const verdicts = useStartVerdicts()
  const connection = useRendered(({ resolved }) => resolved.host.connection)
  const isHostKnown = useRendered(({ host }) => host !== undefined)
  const [chosen, setChosen] = useState<StartWay>()
  const [open, setOpen] = useStoredFlag('output.verdict', false)
  const id = useId()
  const way = chosen ?? (connection === 'system' ? 'libvirt-system' : 'libvirt-session')
  const verdict = verdicts?.find((one) => one.way === way)
  if (verdicts === undefined || verdict === undefined)
    return <div className="will-it-start" aria-hidden="true" />
  return (
    <section className="will-it-start" aria-label={t`Will it start?`}>
      <button
        type="button"
        className="will-it-start__answer"
        aria-expanded={open}
        aria-controls={id}
        onClick={() => setOpen(!open)}
      >
        <AnswerIcon answer={verdict.answer} />
        <span className="will-it-start__words" title={open ? undefined : translated(verdict.words)}>
          <strong>{t`Will it start?`}</strong> {translated(verdict.words)}
        </span>
        <span className="will-it-start__chevron">
          <Icon name="chevron-down" size={12} />
        </span>
      </button>
      <div id={id} className="will-it-start__steps" hidden={!open}>
        {open && (
          <>
            <Segments
              label={t`Started by`}
              value={way}
              onChange={setChosen}
              segments={verdicts.map((one) => ({
                value: one.way,
                label: (
                  <span className="will-it-start__way">
                    <AnswerIcon answer={one.answer} />
                    {translated(startWayNames[one.way])}
                  </span>
                ),
              }))}
            />
            {!isHostKnown && (
              <p className="will-it-start__host">
                {t`Nothing is known of your host: what is there is ticked when it is.`}
                <Button
                  size="small"
                  onPress={() => openDialog({ kind: 'host' })}
                >{t`Tell about the host`}</Button>
              </p>
            )}
            <ol>
              {verdict.steps.map((step) => (
                <Step key={`${step.what} ${formatPath(step.path)}`} step={step} />
              ))}
            </ol>
          </>
        )}
      </div>
    </section>
  )
}

const answerIcons = {
  yes: { name: 'check', tone: 'ok', label: t`Yes` },
  no: { name: 'error', tone: 'error', label: t`No` },
  'not known': { name: 'info', tone: 'quiet', label: t`Not known` },
} as const

function AnswerIcon({ answer }: Pick<StartVerdict, 'answer'>) {
  const { name, tone, label } = answerIcons[answer]
  return (
    <span className="will-it-start__icon" data-tone={tone}>
      <Icon name={name} size={14} label={label} />
    </span>
  )
}

const stateIcons = {
  wrong: { name: 'error', tone: 'error', label: t`Wrong` },
  'to do': { name: 'warning', tone: 'warning', label: t`To do` },
  'not known': { name: 'info', tone: 'quiet', label: t`Not known` },
  done: { name: 'check', tone: 'ok', label: t`Done` },
} as const

function Step({ step: { state, what, path, fix, commands, ask } }: { readonly step: StartStep }) {
  const { name, tone, label } = stateIcons[state]
  return (
    <li className="will-it-start__step">
      <span className="will-it-start__icon" data-tone={tone}>
        <Icon name={name} size={14} label={label} />
      </span>
      <div>
        <p>{translated(what)}</p>
        {path.length > 0 && (
          <button type="button" className="finding-list__path" onClick={() => goToSpecPath(path)}>
            {formatPath(path)}
          </button>
        )}
        {ask !== undefined && <CodeLine code={ask} what={t`what tells`} prompt="$" />}
        {commands.length > 0 && <CodeLine code={commands.join('\n')} what={t`the command`} prompt="$" />}
      </div>
      {fix !== undefined && (
        <Button
          size="small"
          icon="fix"
          onPress={() => {
            vmDocument.applyFix(fix)
            announce(translated(fix.title))
          }}
        >
          {translated(fix.title)}
        </Button>
      )}
    </li>
  )
}
