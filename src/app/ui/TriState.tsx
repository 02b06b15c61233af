import { Field, type FieldProps, fieldProps } from './Field.tsx'
import { Segments } from './SegmentedControl.tsx'
import { useChosen } from './useTyped.ts'

export interface TriStateProps extends FieldProps {
  /** Undefined: nothing said. */
  readonly value: boolean | undefined
  readonly onChange: (value: boolean | undefined) => void
  /** What nothing said means: 'default (on)', 'as libvirt has it'. */
  readonly unset?: string | undefined
  readonly on?: string | undefined
  readonly off?: string | undefined
}

/** On, off, or nothing said. */
export function TriState(props: TriStateProps) {
  const { unset = 'default', on = 'on', off = 'off' } = props
  const [value, onChange] = useChosen(props.path, props.value, props.onChange)
  return (
    <Field {...fieldProps(props)} kind="group">
      {(control) => (
        <Segments
          value={value === undefined ? 'unset' : value ? 'on' : 'off'}
          onChange={(choice) => onChange(choice === 'unset' ? undefined : choice === 'on')}
          segments={[
            { value: 'unset', label: unset },
            { value: 'on', label: on },
            { value: 'off', label: off },
          ]}
          disabled={control.disabled}
          labelledBy={control.labelId}
          describedBy={control.aria['aria-describedby']}
        />
      )}
    </Field>
  )
}
