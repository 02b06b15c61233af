import { createContext, type ReactNode, useContext, useMemo } from 'react'
import { type Path, valueAt } from '../core.ts'
import { useVmDocument, vmDocument } from '../store.ts'
import { TypedForm } from '../ui/index.ts'

/** The spec as it was when the form, or the design in it, was opened. */
const OpenedWith = createContext<unknown>(undefined)

/**
 * The form of one part or device of the design. What is typed in it is held by it, what is right is in the design at
 * once, and what is wrong is told beside the outputs. Give the form of another part or device another `key`.
 */
export function SpecForm({ children }: { readonly children: ReactNode }) {
  const designs = useVmDocument((state) => state.opened)
  // biome-ignore lint/correctness/useExhaustiveDependencies: another design is looked at anew
  const opened = useMemo(() => vmDocument.store.getState().design.spec, [designs])
  return (
    <OpenedWith value={opened}>
      <TypedForm onWrong={vmDocument.setWrong}>{children}</TypedForm>
    </OpenedWith>
  )
}

/** True when the value of a field is another than when its form was opened. */
export function useIsEdited(path: Path, value: unknown): boolean {
  const before = valueAt(useContext(OpenedWith), path)
  return before !== value && JSON.stringify(before) !== JSON.stringify(value)
}
