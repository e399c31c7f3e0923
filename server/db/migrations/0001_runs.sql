CREATE TABLE `runs` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`lab` text NOT NULL,
	`seed` integer NOT NULL,
	`asked_at` integer NOT NULL,
	`started_at` integer,
	`ended_at` integer,
	`reason` text DEFAULT '' NOT NULL,
	`replayed` text NOT NULL,
	`passed` text NOT NULL,
	`commands` text NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `users`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `runs_user_lab` ON `runs` (`user_id`,`lab`);--> statement-breakpoint
CREATE INDEX `runs_ended` ON `runs` (`ended_at`);