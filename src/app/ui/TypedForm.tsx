import type { ReactNode } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { type TellWrong, WrongFields } from './useTyped.ts'

export interface TypedFormProps {
  readonly onWrong?: TellWrong | undefined
  readonly children: ReactNode
}

/** Holds what is typed into the controls in it. One for each part, device or dialog: it ends with what it is of. */
export function TypedForm({ onWrong, children }: TypedFormProps) {
  const form = useForm({ mode: 'onChange', shouldUnregister: true })
  const fields = <FormProvider {...form}>{children}</FormProvider>
  return onWrong === undefined ? fields : <WrongFields value={onWrong}>{fields}</WrongFields>
}
