import { Field, type FieldProps, fieldProps } from './Field.tsx'
import './switch.css'

export interface SwitchProps extends FieldProps {
  readonly value: boolean
  readonly onChange: (value: boolean) => void
}

/** On or off, where there is no third. Where nothing said is an answer, take TriState. */
export function Switch(props: SwitchProps) {
  return (
    <Field {...fieldProps(props)}>
      {(control) => (
        <span className="switch">
          <input
            {...control.aria}
            className="switch__input"
            type="checkbox"
            role="switch"
            checked={props.value}
            aria-checked={props.value}
            disabled={control.disabled}
            onChange={(event) => props.onChange(event.target.checked)}
          />
          <span className="switch__state" aria-hidden="true">
            {props.value ? 'on' : 'off'}
          </span>
        </span>
      )}
    </Field>
  )
}
