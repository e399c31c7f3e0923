import { setText } from './dom.ts'

// Each choice costs its minutes once, at the moment when it is first opened.
let passed = 0
for (const choice of document.querySelectorAll<HTMLDetailsElement>('[data-choice]')) {
  const clock = choice.querySelector('[data-choice-clock]')
  choice.addEventListener('toggle', () => {
    if (!choice.open || !clock || clock.textContent) return
    passed += Number(choice.dataset.choice)
    setText(clock, ` You are ${passed} minutes into the outage.`)
  })
}
