/** The designs to start from, and which of them the design is. Brings the reader of vm.yml along: loaded lazily. */
import { useId, useMemo, useState } from 'react'
import { type Need, type Preset, presetOf, presets } from '../../../presets/index.ts'
import type { HostFacts, VmSpec } from '../../core.ts'
import { Section } from '../../layout/index.ts'
import { startingDesign } from '../../starting-design.ts'
import { useVmDocument, vmDocument } from '../../store.ts'
import { announce, Disclosure, Icon } from '../../ui/index.ts'
import './presets.css'

export function Presets() {
  const spec = useVmDocument((state) => state.design.spec)
  const opened = useVmDocument((state) => state.opened)
  const isEmpty = isSame(spec, startingDesign.spec)
  const preset = useMemo(() => (isEmpty ? undefined : presetOf(spec)), [isEmpty, spec])
  const isUntouched = isEmpty || (preset !== undefined && isSame(spec, preset.design.spec))
  // Offered until the person goes elsewhere: a list that folds at the first key would push the field away.
  const [offeredFor, setOfferedFor] = useState(-1)
  if (isUntouched && offeredFor !== opened) setOfferedFor(opened)
  return (
    <>
      {preset !== undefined && <Recognised preset={preset} />}
      {isUntouched || offeredFor === opened ? (
        <Section
          title="Start from a preset"
          about="A whole design, to be changed as you like. Undo takes it back."
        >
          <Cards current={preset} />
        </Section>
      ) : (
        <Section>
          <Disclosure title="Start from a preset" summary="in place of this design" remember="source.presets">
            <Cards current={preset} />
          </Disclosure>
        </Section>
      )}
    </>
  )
}

/** What the design is known as, why it is so, and what it needs. */
function Recognised({ preset }: { readonly preset: Preset }) {
  const host = useVmDocument((state) => state.host)
  return (
    <Section title={`Preset: ${preset.title}`}>
      <p className="preset-why">{preset.why}</p>
      <div>
        <p className="preset-needs__about">It needs of the host:</p>
        <ul className="preset-needs" aria-label="What the preset needs">
          {preset.needs.map((need) => {
            const isMet = answer(need, host)
            return (
              <li key={need.text} className={isMet === false ? 'preset-lacks' : undefined}>
                <Icon name={isMet === undefined ? 'minus' : isMet ? 'check' : 'warning'} size={14} />
                <span>
                  {need.text}
                  {isMet === true && <span className="preset-needs__about"> – it is there</span>}
                  {isMet === false && ' – this host has it not'}
                </span>
              </li>
            )
          })}
        </ul>
      </div>
    </Section>
  )
}

function Cards({ current }: { readonly current: Preset | undefined }) {
  const host = useVmDocument((state) => state.host)
  const id = useId()
  return (
    <ul className="preset-cards" aria-label="Presets">
      {presets.map((preset, index) => (
        <li key={preset.id}>
          <button
            type="button"
            className="preset-card"
            aria-pressed={preset === current}
            aria-labelledby={`${id}${index}`}
            aria-describedby={`${id}${index}about`}
            onClick={() => startFrom(preset)}
          >
            <span className="preset-card__title" id={`${id}${index}`}>
              {preset.title}
            </span>
            <span className="preset-card__about" id={`${id}${index}about`}>
              {preset.about}
            </span>
            <span className="preset-card__needs">
              Needs{' '}
              {preset.needs.map((need, at) => (
                <span key={need.text}>
                  {at > 0 && ', '}
                  {answer(need, host) === false ? (
                    <span className="preset-lacks">{need.short} (not here)</span>
                  ) : (
                    need.short
                  )}
                </span>
              ))}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

/** In place of the design, in one step; a name that the person gave stays. */
function startFrom({ id, title, text, design }: Preset): void {
  const { name } = vmDocument.store.getState().design
  const isNamed = name !== startingDesign.name && !presets.some((preset) => preset.id === name)
  const named = { ...design, name: isNamed ? name : id }
  vmDocument.replace(named, `start from ${title}`, { yaml: { text, vm: named.name, design: named } })
  announce(`Started from ${title}; undo brings back what was there`)
}

function answer({ isMet }: Need, host: HostFacts | undefined): boolean | undefined {
  return host && isMet?.(host)
}

function isSame(spec: VmSpec, other: VmSpec): boolean {
  return spec === other || JSON.stringify(spec) === JSON.stringify(other)
}
