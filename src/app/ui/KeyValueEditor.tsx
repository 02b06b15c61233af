import { useRef } from 'react'
import { t } from '../words/index.ts'
import { Button } from './Button.tsx'
import { Field, type FieldProps, fieldProps } from './Field.tsx'
import { IconButton } from './IconButton.tsx'
import { type Entry, entriesMeaning, twiceIn } from './meanings.ts'
import { useTyped } from './useTyped.ts'
import './input.css'
import './rows.css'

export interface KeyValueEditorProps extends FieldProps {
  readonly value: Readonly<Record<string, string>>
  /** Without rows whose key is empty; of a key that is there twice, the last. */
  readonly onChange: (value: Readonly<Record<string, string>>) => void
  /** One of them: 'entry'. */
  readonly item: string
  readonly keyLabel?: string | undefined
  readonly valueLabel?: string | undefined
}

/** A map of text to text. */
export function KeyValueEditor(props: KeyValueEditorProps) {
  const { value, onChange, item, keyLabel = 'Name', valueLabel = 'Value' } = props
  const list = useRef<HTMLFieldSetElement>(null)
  const { typed, set, message } = useTyped<Readonly<Record<string, string>>, readonly Entry[]>({
    path: props.path,
    value,
    onChange,
    format: (map) => Object.entries(map),
    parse: entriesMeaning,
  })
  const twice = twiceIn(typed)

  return (
    <Field {...fieldProps(props)} wide={props.wide ?? true} kind="group" error={message ?? props.error}>
      {(control) => (
        <fieldset
          className="rows"
          aria-labelledby={control.labelId}
          aria-describedby={control.aria['aria-describedby']}
          ref={list}
        >
          {typed.map(([key, text], index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name but its place: its key is what is being typed
            <div className="rows__row" key={index}>
              <span className="input rows__key">
                <input
                  className="input__text input__text--mono"
                  aria-label={t`${keyLabel} of ${item} ${index + 1}`}
                  aria-invalid={key !== '' && key === twice ? true : undefined}
                  autoComplete="off"
                  spellCheck={false}
                  disabled={control.disabled}
                  placeholder={keyLabel}
                  value={key}
                  onChange={(event) => set(typed.with(index, [event.target.value, text]))}
                />
              </span>
              <span className="input">
                <input
                  className="input__text input__text--mono"
                  aria-label={t`${valueLabel} of ${item} ${index + 1}`}
                  autoComplete="off"
                  spellCheck={false}
                  disabled={control.disabled}
                  placeholder={valueLabel}
                  value={text}
                  onChange={(event) => set(typed.with(index, [key, event.target.value]))}
                />
              </span>
              <IconButton
                icon="close"
                size="small"
                label={t`Remove ${item} ${index + 1}`}
                disabled={control.disabled}
                onPress={() => set(typed.toSpliced(index, 1))}
              />
            </div>
          ))}
          <Button
            size="small"
            tone="quiet"
            icon="plus"
            disabled={control.disabled}
            onPress={() => {
              set([...typed, ['', '']])
              requestAnimationFrame(() =>
                list.current?.querySelectorAll<HTMLInputElement>('.rows__key > input')[typed.length]?.focus(),
              )
            }}
          >
            {t`Add ${item}`}
          </Button>
        </fieldset>
      )}
    </Field>
  )
}
