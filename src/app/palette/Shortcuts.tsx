import { keyedActions } from '../actions/every-action.ts'
import { spellShortcut } from '../actions/index.ts'
import { closeDialog } from '../dialogs.ts'
import { Dialog } from '../ui/index.ts'
import { t } from '../words/index.ts'
import { keysByPlace } from './keys-by-place.ts'
import './shortcuts.css'

/** The sheet of all keys: those of the actions, and those that a place of the page has of its own. */
export function Shortcuts() {
  const everywhere = keyedActions().map(({ label, shortcut = '' }) => ({
    does: label.replace(' …', ''),
    keys: [spellShortcut(shortcut)],
  }))
  const places = [{ place: t`Everywhere`, keys: everywhere }, ...keysByPlace]
  return (
    <Dialog title={t`Keys`} open wide onClose={closeDialog} cancel={t`Close`} actions={[]}>
      <div className="shortcuts">
        {places.map(({ place, keys }) => (
          <section key={place} aria-label={place}>
            <h3>{place}</h3>
            <dl>
              {keys.map(({ does, keys: names }) => (
                <div key={does}>
                  <dt>{does}</dt>
                  <dd>
                    {names.map((name) => (
                      <kbd key={name}>{spellShortcut(name)}</kbd>
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
      </div>
    </Dialog>
  )
}
