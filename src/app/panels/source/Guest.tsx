/** "What will run in it?": a list to search in, the image of the choice, and what follows from it. */

import { guestSystem, guestSystems, imageChanges, imageOf } from '../../../core/systems/index.ts'
import { type Change, formatPath, type Note, type VmSpec } from '../../core.ts'
import { useStanding } from '../../form/index.ts'
import { useRendered } from '../../render/index.ts'
import { specPath } from '../../spec-path.ts'
import { useVmDocument, vmDocument } from '../../store.ts'
import { ComboBox } from '../../ui/ComboBox.tsx'
import { announce, Button, FieldGroup } from '../../ui/index.ts'
import { t } from '../../words/index.ts'
import { useSpecText } from '../spec-values.ts'
import { chooseGuest, hasImageOf } from './choose-guest.ts'
import './guest.css'

const path = specPath(['guest'])

/** Loaded by itself: the table of systems comes with it. */
export function Guest() {
  const said = useSpecText(path)
  const { error, warning, advice, changed, edited } = useStanding(path)
  const system = guestSystem(said)
  return (
    <>
      <FieldGroup>
        <ComboBox
          label={t`What will run in it?`}
          name="guest"
          path={formatPath(path)}
          help={t`The system and its version. What it needs is filled in, wherever you say nothing else; one that is not in the list is as possible.`}
          error={error}
          warning={warning}
          note={advice ?? system?.name}
          changed={changed}
          edited={edited}
          wide
          value={said}
          placeholder={t`Search: ubuntu, windows 11, nas …`}
          suggestions={suggestions}
          matches={matches}
          onChange={choose}
        />
      </FieldGroup>
      {system !== undefined && <Follows />}
    </>
  )
}

const suggestions = guestSystems.map(({ id, name, family, images }) => ({
  value: id,
  label: name,
  description: images === undefined ? family : t`${family}, official image`,
}))

/** Every word that is typed has to be in one of its names; a single letter, which is in most of them, begins one. */
function matches(value: string, typed: string): boolean {
  const system = guestSystem(value)
  const names = [value, system?.name, system?.family, ...(system?.alsoCalled ?? [])].join(' ').toLowerCase()
  return typed
    .toLowerCase()
    .split(/\s+/)
    .every((word) => (word.length > 1 ? names.includes(word) : ` ${names}`.includes(` ${word}`)))
}

function archOf({ libvirt }: VmSpec): string | undefined {
  return libvirt?.os?.arch ?? vmDocument.store.getState().host?.arch
}

/** Free text is only that; the id of a system is a choice. */
function choose(next: string | undefined): void {
  const { spec } = vmDocument.store.getState().design
  const system = guestSystems.find(({ id }) => id === next)
  if (system === undefined) vmDocument.change(path, next, t`change what will run in it`)
  else {
    vmDocument.changeAll(chooseGuest(spec, system, archOf(spec)), t`run ${system.name}`)
    announce(t`${system.name} is chosen; what it needs is filled in`)
  }
}

/** What follows from the choice, in a sentence, and what else it takes. */
function Follows() {
  const spec = useVmDocument(({ design }) => design.spec)
  const things = useRendered(({ resolved }) => whatFollows(resolved.notes))
  const system = guestSystem(spec.guest)
  if (system === undefined) return null
  const image = imageOf(system, archOf(spec))
  const isUsed = hasImageOf(spec, system, archOf(spec))
  return (
    <div className="guest">
      {things !== '' && <p>{t`Filled in: ${things}. A word of yours anywhere takes its place.`}</p>}
      {system.condition !== undefined && <p className="guest__condition">{system.condition}</p>}
      {image !== undefined && isUsed && (
        <p>{t`It starts from the official image, which create.sh fetches and checks.`}</p>
      )}
      {image !== undefined && !isUsed && (
        <Button
          onPress={() => takeImage(imageChanges(spec, system, archOf(spec)), system.name)}
        >{t`Start from its official image`}</Button>
      )}
    </div>
  )
}

function takeImage(changes: readonly Change[], name: string): void {
  vmDocument.changeAll(changes, t`use the image of ${name}`)
  announce(t`The VM is made of the official image of ${name}`)
}

/** The enlightenments are one thing to a person. */
function whatFollows(notes: readonly Note[]): string {
  const things = notes.flatMap(({ by, what }) =>
    by === 'guest' ? [what.replace(/^Hyper-V .*/, 'Hyper-V')] : [],
  )
  return [...new Set(things)].join(', ')
}
