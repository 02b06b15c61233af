/** The designs to start from, and which of them the design is. */

import { useEffect, useId, useState } from 'react'
import { type Need, type Preset, presets } from '../../../presets/index.ts'
import type { HostFacts, VmSpec } from '../../core.ts'
import { Section } from '../../layout/index.ts'
import { attempt } from '../../load/index.ts'
import { startingDesign } from '../../starting-design.ts'
import { useVmDocument } from '../../store.ts'
import { Disclosure, Icon } from '../../ui/index.ts'
import { t, translated } from '../../words/index.ts'
import { startFrom } from './start-from.ts'
import './presets.css'

export function Presets() {
  const spec = useVmDocument((state) => state.design.spec)
  const opened = useVmDocument((state) => state.opened)
  const { preset, isUnchanged, spec: known } = useRecognised(spec)
  // Offered until the person goes elsewhere: a list that folds at the first key would push the field away, and one that
  // folds or unfolds while the design is looked at would take the focus along.
  const [offer, setOffer] = useState({ opened: -1, isOffered: false })
  const isAnother = offer.opened !== opened && known === spec
  const mayStay = offer.isOffered || offer.opened === -1
  const isOffered =
    isSame(spec, startingDesign.spec) ||
    (mayStay && known === spec && isUnchanged) ||
    (offer.isOffered && !isAnother)
  if (isAnother || isOffered !== offer.isOffered) setOffer({ opened, isOffered })
  if (isOffered)
    return (
      <Section
        title={t`Start from a preset`}
        about={t`A whole design, to be changed as you like. Undo takes it back.`}
      >
        <Cards current={preset} />
        {preset !== undefined && <About preset={preset} />}
      </Section>
    )
  return (
    <Section>
      <Disclosure title={t`Preset`} summary={preset?.title ?? t`none of them`} remember="source.preset">
        <div className="preset-body">
          {preset !== undefined && <About preset={preset} />}
          <Cards current={preset} />
        </div>
      </Disclosure>
    </Section>
  )
}

interface Recognised {
  /** The design that was looked at: not yet the present one for a moment. */
  readonly spec: VmSpec | undefined
  readonly preset: Preset | undefined
  /** True when the design says what the preset says, and nothing else. */
  readonly isUnchanged: boolean
}

const nothing: Recognised = { spec: undefined, preset: undefined, isUnchanged: false }

/** What the design is known as. The design that everybody starts from is none, and needs nothing loaded. */
function useRecognised(spec: VmSpec): Recognised {
  const [recognised, setRecognised] = useState(nothing)
  useEffect(() => {
    if (isSame(spec, startingDesign.spec)) {
      setRecognised(nothing)
      return
    }
    let isCurrent = true
    void attempt(t`What tells presets apart`, async () => {
      const { designOf, presetOf } = await import('./read-presets.ts')
      if (!isCurrent) return
      const preset = presetOf(spec)
      const isUnchanged = preset !== undefined && isSame(spec, designOf(preset).spec)
      setRecognised({ spec, preset, isUnchanged })
    })
    return () => {
      isCurrent = false
    }
  }, [spec])
  return recognised
}

/** Why it is so, and what it needs. */
function About({ preset }: { readonly preset: Preset }) {
  const host = useVmDocument((state) => state.host)
  return (
    <div className="preset-about">
      <p>
        <strong>{translated(preset.title)}.</strong> {translated(preset.why)}
      </p>
      <p className="preset-about__needs">{t`It needs of the host:`}</p>
      <ul className="preset-needs" aria-label={t`What the preset needs`}>
        {preset.needs.map((need) => {
          const isMet = answer(need, host)
          return (
            <li key={need.text} className={isMet === false ? 'preset-lacks' : undefined}>
              <Icon name={isMet === undefined ? 'minus' : isMet ? 'check' : 'warning'} size={14} />
              <span>
                {need.text}
                {isMet === true && t`: it is there`}
                {isMet === false && t`: not on this host`}
              </span>
            </li>
          )
        })}
      </ul>
    </div>
  )
}

function Cards({ current }: { readonly current: Preset | undefined }) {
  const host = useVmDocument((state) => state.host)
  const id = useId()
  return (
    <ul className="preset-cards" aria-label={t`Presets`}>
      {presets.map((preset, index) => (
        <li key={preset.id}>
          <button
            type="button"
            className="preset-card"
            aria-pressed={preset === current}
            aria-labelledby={`${id}${index}`}
            aria-describedby={`${id}${index}about`}
            onClick={() => void attempt(t`The preset ${translated(preset.title)}`, () => startFrom(preset))}
          >
            <span className="preset-card__title" id={`${id}${index}`}>
              {translated(preset.title)}
            </span>
            <span className="preset-card__about" id={`${id}${index}about`}>
              {translated(preset.about)}
            </span>
            <span className="preset-card__needs">
              {t`Needs`}{' '}
              {preset.needs.map((need, at) => (
                <span key={need.text}>
                  {at > 0 && ', '}
                  {answer(need, host) === false ? (
                    <span className="preset-lacks">{t`${translated(need.short)} (not here)`}</span>
                  ) : (
                    translated(need.short)
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

function answer({ isMet }: Need, host: HostFacts | undefined): boolean | undefined {
  return host && isMet?.(host)
}

function isSame(spec: VmSpec, other: VmSpec): boolean {
  return spec === other || JSON.stringify(spec) === JSON.stringify(other)
}
