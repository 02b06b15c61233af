import { useEffect, useState } from 'react'
import { useStore } from 'zustand'
import { writeSpec } from '../../core/spec/write-spec.ts'
import type { Design } from '../core.ts'
import { listDesigns } from '../designs/list-designs.ts'
import { formatTime } from '../format-time.ts'
import { listSteps } from '../history/list-steps.ts'
import { useStepWords } from '../history/step-name.ts'
import { vmDocument } from '../store.ts'
import { Select } from '../ui/index.ts'
import { t } from '../words/index.ts'

interface Own {
  readonly value: string
  readonly label: string
  readonly description: string | undefined
  readonly design: Design
}

/** Another design of this browser, or an earlier state of this one, in place of a text. */
export function CompareWithOwn({ onText }: { readonly onText: (text: string) => void }) {
  const [designs, setDesigns] = useState<readonly Own[]>([])
  const [chosen, setChosen] = useState<string>()
  useStepWords(true)
  useStore(vmDocument.store.temporal)
  useEffect(() => {
    const read = async () => {
      const listed = await listDesigns()
      setDesigns(listed.designs.slice(1).flatMap(ownOf))
    }
    void read()
  }, [])
  const all = [...earlierStates(), ...designs]
  if (all.length === 0) return null
  const choose = (value: string | undefined) => {
    setChosen(value)
    const own = all.find((one) => one.value === value)
    if (own !== undefined) onText(writeSpec(own.design))
  }
  return (
    <Select
      wide
      label={t`Or with an earlier state of this design, or with another design`}
      value={chosen}
      onChange={choose}
      empty={t`none of them`}
      options={all.map(({ value, label, description }) => ({ value, label, description }))}
    />
  )
}

function ownOf({
  key,
  name,
  about,
  read,
}: Awaited<ReturnType<typeof listDesigns>>['designs'][number]): readonly Own[] {
  return read.kind === 'work'
    ? [{ value: `design ${key}`, label: name, description: about, design: read.work.design }]
    : []
}

/** The newest first. */
function earlierStates(): readonly Own[] {
  const steps = listSteps(vmDocument)
  return steps
    .map((step, index) => ({ ...step, next: steps[index + 1]?.name ?? '' }))
    .filter(({ back }) => back > 0)
    .reverse()
    .map(({ next, at, back, state }) => ({
      value: t`step ${back}`,
      label: t`before: ${next}`,
      description: at === undefined ? undefined : formatTime(new Date(at)),
      design: state.design,
    }))
}
