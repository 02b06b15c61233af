import { type ReactNode, useId } from 'react'
import { t } from '../words/index.ts'
import { type FieldProps, Mark, Messages } from './Field.tsx'
import { Icon, type IconName } from './Icon.tsx'
import { useChosen } from './useTyped.ts'
import './radio-cards.css'

export interface RadioCard<V extends string> {
  readonly value: V
  readonly title: string
  /** One sentence: when to pick it. */
  readonly text?: ReactNode
  readonly icon?: IconName | undefined
  /** Why this very design wants it; shows the 'recommended' mark. */
  readonly recommended?: string | undefined
  readonly disabledReason?: string | undefined
}

export interface RadioCardsProps<V extends string>
  extends Pick<FieldProps, 'changed' | 'edited' | 'error' | 'warning'> {
  /** Its name for a screen reader. */
  readonly label: string
  readonly path?: string | undefined
  readonly value: V | undefined
  readonly onChange: (value: V) => void
  readonly cards: readonly RadioCard<V>[]
}

/** A main choice with a sentence each, for up to about six; with more facts to compare, take ChoiceTable. */
export function RadioCards<V extends string>(props: RadioCardsProps<V>) {
  const { label, path, cards, changed, edited, error, warning } = props
  const [value, choose] = useChosen<V | undefined>(path, props.value, (next) => {
    if (next !== undefined) props.onChange(next)
  })
  const name = useId()
  return (
    <>
      <div className="radio-cards" role="radiogroup" aria-label={label} data-path={path}>
        {cards.map((card, index) => {
          const off = card.disabledReason !== undefined
          const aboutId = `${name}${index}`
          return (
            <label className="radio-cards__card" key={card.value} data-off={off || undefined}>
              <input
                className="radio-cards__input"
                type="radio"
                name={name}
                aria-label={card.title}
                aria-describedby={aboutId}
                checked={card.value === value}
                disabled={off}
                onChange={() => choose(card.value)}
              />
              {card.value === value && <Mark changed={changed} edited={edited} />}
              {card.icon !== undefined && <Icon name={card.icon} />}
              <span className="radio-cards__body">
                <span className="radio-cards__title">
                  {card.title}
                  {card.recommended !== undefined && <RecommendedMark />}
                </span>
                <span id={aboutId} className="radio-cards__text">
                  {card.text}
                  {card.recommended !== undefined && (
                    <span className="recommended-reason">{card.recommended}</span>
                  )}
                  {off && <span className="recommended-reason">{card.disabledReason}</span>}
                </span>
              </span>
            </label>
          )
        })}
      </div>
      <Messages error={error} warning={warning} />
    </>
  )
}

/** The word 'recommended', as a mark. */
export function RecommendedMark() {
  return <span className="recommended-mark">{t`recommended`}</span>
}
