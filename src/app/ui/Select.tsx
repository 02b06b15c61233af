import { Button as AriaButton } from 'react-aria-components/Button'
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox'
import { Popover } from 'react-aria-components/Popover'
import { Select as AriaSelect, SelectValue } from 'react-aria-components/Select'
import { Text } from 'react-aria-components/Text'
import { t } from '../words/index.ts'
import { Field, type FieldProps, fieldProps } from './Field.tsx'
import { Icon } from './Icon.tsx'
import { useChosen } from './useTyped.ts'
import './input.css'
import './select.css'

export interface SelectOption<V extends string = string> {
  readonly value: V
  /** Shown; the value itself when left out. */
  readonly label?: string | undefined
  /** A short line below the label. */
  readonly description?: string | undefined
  /** Why it can't be chosen: it stays in the list, greyed. */
  readonly disabledReason?: string | undefined
}

export interface SelectProps<V extends string = string> extends FieldProps {
  /** Undefined is the empty option: nothing said. */
  readonly value: V | undefined
  readonly onChange: (value: V | undefined) => void
  readonly options: readonly SelectOption<V>[]
  /** What nothing said means, as 'default (virtio)'; null takes the empty option away (a value that must be there). */
  readonly empty?: string | null | undefined
}

// React Aria's keys must not be empty, so that nothing said has a key of its own.
const emptyKey = '-'
const keyOf = (value: string) => `=${value}`

/** One of a few values, or nothing said. For a choice that needs reasons, take ChoiceTable or RadioCards. */
export function Select<V extends string>(props: SelectProps<V>) {
  const { options, empty = 'default' } = props
  const [value, onChange] = useChosen(props.path, props.value, props.onChange)
  const known = value === undefined || options.some((option) => option.value === value)
  const error = props.error ?? (known ? undefined : t`“${value}” is not one of the choices`)

  return (
    <Field {...fieldProps(props)} error={error}>
      {(control) => (
        <AriaSelect
          className="select"
          aria-labelledby={control.labelId}
          aria-describedby={control.aria['aria-describedby']}
          isDisabled={control.disabled}
          isInvalid={control.invalid}
          placeholder={known ? t`Choose` : String(value)}
          value={value === undefined ? (empty === null ? null : emptyKey) : keyOf(value)}
          onChange={(key) => onChange(options.find((option) => keyOf(option.value) === key)?.value)}
        >
          <AriaButton
            id={control.id}
            className="input select__button"
            data-invalid={control.invalid || undefined}
          >
            <SelectValue className="select__value" data-empty={value === undefined || undefined} />
            <Icon name="chevron-down" size={12} />
          </AriaButton>
          <Popover className="popover" offset={4}>
            <ListBox className="options">
              {empty !== null && (
                <ListBoxItem id={emptyKey} className="option option--empty" textValue={empty}>
                  <OptionText label={empty} />
                </ListBoxItem>
              )}
              {options.map((option) => (
                <ListBoxItem
                  key={option.value}
                  id={keyOf(option.value)}
                  className="option"
                  textValue={option.label ?? option.value}
                  isDisabled={option.disabledReason !== undefined}
                >
                  <OptionText
                    label={option.label ?? option.value}
                    description={option.disabledReason ?? option.description}
                  />
                </ListBoxItem>
              ))}
            </ListBox>
          </Popover>
        </AriaSelect>
      )}
    </Field>
  )
}

/** Label and description of one option in a list; the tick shows with the selection. */
export function OptionText({
  label,
  description,
}: {
  readonly label: string
  readonly description?: string | undefined
}) {
  return (
    <>
      <span className="option__tick">
        <Icon name="check" size={14} />
      </span>
      <span className="option__text">
        <Text slot="label">{label}</Text>
        {description !== undefined && (
          <Text slot="description" className="option__description">
            {description}
          </Text>
        )}
      </span>
    </>
  )
}
