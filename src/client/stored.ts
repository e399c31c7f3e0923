/** A setting that this browser keeps, shared by all that asks for it on this page. */
export class Stored<T> {
  readonly #key: string
  readonly #listeners = new Set<(value: T) => void>()
  #value: T

  /** `read` makes a value of what is stored (null for nothing), and sees to its bounds. */
  constructor(key: string, read: (stored: string | null) => T) {
    this.#key = key
    this.#value = read(localStorage.getItem(key))
  }

  get value(): T {
    return this.#value
  }

  set value(value: T) {
    this.#value = value
    localStorage.setItem(this.#key, String(value))
    for (const listener of this.#listeners) listener(value)
  }

  /** Calls the listener after every change until the function returned is called. */
  watch(listener: (value: T) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }
}
