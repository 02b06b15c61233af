import { useRef } from 'react'
import { Button } from './Button.tsx'
import { Field, type FieldProps, fieldProps } from './Field.tsx'
import { IconButton } from './IconButton.tsx'
import { useRows } from './rows.ts'
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

type Entry = readonly [key: string, value: string]

/** A map of text to text. */
export function KeyValueEditor(props: KeyValueEditorProps) {
  const { value, onChange, item, keyLabel = 'Name', valueLabel = 'Value' } = props
  const list = useRef<HTMLFieldSetElement>(null)
  const keep = (all: readonly Entry[]) =>
    Object.entries(Object.fromEntries(all.filter(([key]) => key !== '')))
  const { rows, set, add, remove } = useRows<Entry>(Object.entries(value), keep, (all) =>
    onChange(Object.fromEntries(all)),
  )
  const twice = rows.find(
    ([key], index) => key !== '' && rows.findIndex(([other]) => other === key) !== index,
  )?.[0]

  return (
    <Field
      {...fieldProps(props)}
      wide={props.wide ?? true}
      kind="group"
      error={props.error ?? (twice === undefined ? undefined : `“${twice}” is there twice`)}
    >
      {(control) => (
        <fieldset
          className="rows"
          aria-labelledby={control.labelId}
          aria-describedby={control.aria['aria-describedby']}
          ref={list}
        >
          {rows.map(([key, text], index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name but its place: its key is what is being typed
            <div className="rows__row" key={index}>
              <span className="input rows__key">
                <input
                  className="input__text input__text--mono"
                  aria-label={`${keyLabel} of ${item} ${index + 1}`}
                  aria-invalid={key !== '' && key === twice ? true : undefined}
                  autoComplete="off"
                  spellCheck={false}
                  disabled={control.disabled}
                  placeholder={keyLabel}
                  value={key}
                  onChange={(event) => set(index, [event.target.value, text])}
                />
              </span>
              <span className="input">
                <input
                  className="input__text input__text--mono"
                  aria-label={`${valueLabel} of ${item} ${index + 1}`}
                  autoComplete="off"
                  spellCheck={false}
                  disabled={control.disabled}
                  placeholder={valueLabel}
                  value={text}
                  onChange={(event) => set(index, [key, event.target.value])}
                />
              </span>
              <IconButton
                icon="close"
                size="small"
                label={`Remove ${item} ${index + 1}`}
                disabled={control.disabled}
                onPress={() => remove(index)}
              />
            </div>
          ))}
          <Button
            size="small"
            tone="quiet"
            icon="plus"
            disabled={control.disabled}
            onPress={() => {
              add(['', ''])
              requestAnimationFrame(() =>
                list.current?.querySelectorAll<HTMLInputElement>('.rows__key > input')[rows.length]?.focus(),
              )
            }}
          >
            {`Add ${item}`}
          </Button>
        </fieldset>
      )}
    </Field>
  )
}
