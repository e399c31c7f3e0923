CREATE TABLE `shown_solutions` (
	`user_id` text NOT NULL,
	`lab` text NOT NULL,
	`task` text NOT NULL,
	`shown_at` integer NOT NULL,
	PRIMARY KEY(`user_id`, `lab`, `task`),
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
