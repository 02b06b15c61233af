import type { TargetOption } from '../../core/targets/target.ts'
import { Select } from '../ui/index.ts'
import { translated } from '../words/index.ts'

interface TargetChoicesProps {
  readonly options: Readonly<Record<string, TargetOption>>
  /** The word that was chosen for an option; undefined for the usual one. */
  readonly choiceOf: (name: string) => string | undefined
  readonly onChoose: (name: string, word: string) => void
}

/** What a format of others leaves to choose. */
export function TargetChoices({ options, choiceOf, onChoose }: TargetChoicesProps) {
  return Object.entries(options).map(([name, { help, words }]) => (
    <Select
      key={name}
      label={translated(help)}
      hideLabel
      value={choiceOf(name) ?? Object.keys(words)[0]}
      empty={null}
      onChange={(word) => word !== undefined && onChoose(name, word)}
      options={Object.entries(words).map(([value, about]) => ({
        value,
        label: `${translated(name)}: ${value}`,
        description: translated(about),
      }))}
    />
  ))
}
