import type { Path } from '../core.ts'
import { specPathOf } from '../core.ts'
import { goToSpecPath } from '../go.ts'
import { renderedStore } from '../render/index.ts'

/** Goes to the part that a place of the completed Domain is said in; of what libvirt adds, to the list that would say it. */
export function goToPlace(path: Path | undefined, isAdded: boolean): void {
  if (path === undefined) return
  const { origins } = renderedStore.getState().rendered.resolved
  goToSpecPath(specPathOf(isAdded ? path.filter((segment) => typeof segment === 'string') : path, origins))
}
