import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { hasDatabase } from '../designs/library.ts'
import { mostSteps } from '../designs/stored-history.ts'
import { closeDialog } from '../dialogs.ts'
import { formatTime } from '../format-time.ts'
import { useVmDocument, vmDocument } from '../store.ts'
import { announce, Dialog, EmptyState } from '../ui/index.ts'
import { t } from '../words/index.ts'
import { goToStep, type ListedStep, listSteps } from './list-steps.ts'
import { useStepWords } from './step-name.ts'
import './history.css'

/** The steps that led to the design, each with its time, and those that were undone: press one to be there. */
export function HistoryDialog() {
  useStepWords(true)
  useStore(vmDocument.store.temporal)
  const name = useVmDocument((state) => state.design.name)
  const [isKept, setKept] = useState(true)
  useEffect(() => void hasDatabase().then(setKept), [])
  const steps = [...listSteps(vmDocument)].reverse()
  const go = ({ back, name: step }: ListedStep) => {
    goToStep(vmDocument, back)
    announce(back === 0 ? t`Here already` : t`Went to: ${step}`)
  }
  return (
    <Dialog title={t`History of ${name}`} open onClose={closeDialog} actions={[]} cancel={t`Close`} wide>
      <p className="history__about">
        {isKept
          ? t`The newest first. Going back takes nothing away: what came after stays above until something else is changed. The last ${mostSteps} steps are there after a reload, too.`
          : t`The newest first. This browser keeps no database for this page: the history ends with it.`}
      </p>
      {steps.length === 1 ? (
        <EmptyState
          icon="clock"
          title={t`Nothing was changed yet`}
        >{t`Each change comes here, with its time.`}</EmptyState>
      ) : (
        <ol className="history__steps" aria-label={t`Steps`} reversed>
          {steps.map((step) => (
            <li key={step.back}>
              <button
                type="button"
                className="history__step"
                data-undone={step.back < 0 || undefined}
                aria-current={step.back === 0 ? 'step' : undefined}
                onClick={() => go(step)}
              >
                <span className="history__name">{step.name}</span>
                {step.back === 0 && <span className="history__mark">{t`now`}</span>}
                {step.back < 0 && <span className="history__mark">{t`undone`}</span>}
                {step.at !== undefined && (
                  <time dateTime={new Date(step.at).toISOString()} title={new Date(step.at).toLocaleString()}>
                    {formatTime(new Date(step.at))}
                  </time>
                )}
              </button>
            </li>
          ))}
        </ol>
      )}
    </Dialog>
  )
}
