/** Where the person is: the part and the devices that are open, and the field that is to be brought into view. */
import { ownValue } from '../../core/index.ts'
import { formatPath, type Path } from '../core.ts'
import type { History } from './history.ts'

/** What changes where the person is; nothing of it is a step of undo. */
export function selectionOf({ store }: History) {
  const selection = {
    selectPart(part: string): void {
      store.setState((state) => ({ selection: { ...state.selection, part } }))
    },

    selectDevice(listPath: Path, index: number | undefined): void {
      store.setState((state) => ({
        selection: {
          ...state.selection,
          devices: { ...state.selection.devices, [formatPath(listPath)]: index },
        },
      }))
    },

    /** The device of a list whose form is open. */
    selectedDevice(listPath: Path): number | undefined {
      return ownValue(store.getState().selection.devices, formatPath(listPath))
    },

    /**
     * Opens `part` with the devices that `path` leads through, and asks for its field to be brought into view.
     *
     * @param toSee true to leave the focus where it is
     */
    want(part: string, path: Path, toSee = false): void {
      store.setState((state) => {
        const opened = path.flatMap((segment, index) =>
          typeof segment === 'number' ? [[formatPath(path.slice(0, index)), segment] as const] : [],
        )
        const devices = { ...state.selection.devices, ...Object.fromEntries(opened) }
        return {
          selection: { part, devices },
          wanted: [...path],
          wantedToSee: toSee,
        }
      })
    },

    /** Has the output show the lines of what was just made; ask when they are written. */
    reveal(path: Path): void {
      store.setState({ revealed: [...path] })
    },

    /** The wanted field is in view, or nowhere to be found. */
    arrived(): void {
      store.setState({ wanted: undefined })
    },
  }
  return selection
}

export type SelectionActions = ReturnType<typeof selectionOf>
