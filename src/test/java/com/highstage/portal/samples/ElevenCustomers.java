package com.highstage.portal.samples;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import com.highstage.portal.Press;
import com.highstage.portal.Surfer;

/**
 * Eleven customers, each in an organisation of its own and in another state.
 *
 * @param stage where the portal is
 */
record ElevenCustomers(Stage stage) {

	/** Entra does not know a secret that was made just now. */
	private static final int SECRET_UNKNOWN = 7000215;

	/**
	 * What they did, all of them, in any order.
	 * @return the scenes
	 */
	List<Scene> scenes() {
		return Stream
			.of(invited(), refused(), opened(), underWay(), waitsForColleague(), waitsForMicrosoft(), stuck(), works(),
					cameByThemselves(), expired(), ended())
			.flatMap(List::stream)
			.toList();
	}

	private List<Scene> invited() {
		Office office = office("Adatum Corporation", "adatum.example");
		return List.of(Scene.hours(2, () -> office.invite("C-1001", "admin")));
	}

	private List<Scene> refused() {
		Office office = office("Coho Winery", "cohowinery.example");
		return List.of(Scene.days(1, () -> {
			this.stage.microsoft365().settings(Map.of("mailRefusal", "550 5.1.1 User unknown"));
			office.invite("C-1002", "admin");
			this.stage.awaitMails();
			this.stage.microsoft365().settings(Map.of("mailRefusal", "none"));
		}));
	}

	private List<Scene> opened() {
		Office office = office("Fourth Coffee", "fourthcoffee.example");
		return List.of(Scene.days(3, () -> office.invite("C-1003", "admin")),
				Scene.hours(22, () -> office.followLink("admin")));
	}

	private List<Scene> underWay() {
		Office office = office("Lucerne Publishing", "lucerne.example");
		return List.of(Scene.days(2, () -> office.invite("C-1004", "app-admin")),
				Scene.minutes(50, () -> office.register(office.arrive("app-admin"))));
	}

	private List<Scene> waitsForColleague() {
		Office office = office("Alpine Ski House", "alpine.example");
		return List.of(Scene.days(6, () -> office.invite("C-1005", "developer")), Scene.days(4, () -> {
			Surfer developer = office.arrive("developer");
			Press.primary(developer.open("/onboarding/colleague/allow"), Map.of("address", office.address("admin")));
		}));
	}

	private List<Scene> waitsForMicrosoft() {
		Office office = office("Margie’s Travel", "margies.example");
		return List.of(Scene.days(1, () -> office.invite("C-1006", "admin")), Scene.minutes(2, () -> {
			Surfer admin = office.arrive("admin");
			office.register(admin);
			this.stage.microsoft365().settings(Map.of("refusals", Map.of(office.application(), SECRET_UNKNOWN)));
			Press.primary(admin.open("/onboarding/plan"), Map.of("mailboxes", office.mailboxes()));
			Stage.await(admin, "/onboarding", (page) -> page.body().contains("Waiting for Microsoft"));
		}));
	}

	private List<Scene> stuck() {
		Office office = office("Litware", "litware.example");
		return List.of(Scene.days(5, () -> office.invite("C-1007", "admin")), Scene.days(3, () -> {
			Surfer admin = office.allow(office.arrive("admin"));
			Press.primary(admin.open("/onboarding/plan"), Map.of("mailboxes", office.address("archive")));
			Stage.await(admin, "/onboarding", (page) -> page.body().contains("Did not work"));
		}));
	}

	private List<Scene> works() {
		Office office = office("Proseware", "proseware.example");
		return List.of(Scene.days(80, () -> office.invite("C-1008", "admin")), Scene.days(78, () -> office
			.connect(office.arrive("admin"), Map.of("mailboxes", office.mailboxes(), "lifetimeDays", "90"))));
	}

	private List<Scene> cameByThemselves() {
		Office office = office("Wingtip Toys", "wingtip.example");
		return List
			.of(Scene.days(9, () -> office.connect(office.signedIn("admin"), Map.of("mailboxes", office.mailboxes()))));
	}

	private List<Scene> expired() {
		Office office = office("Humongous Insurance", "humongous.example");
		return List.of(Scene.days(45, () -> office.invite("C-1010", "admin")));
	}

	private List<Scene> ended() {
		Office office = office("Trey Research", "treyresearch.example");
		return List.of(Scene.days(61, () -> office.invite("C-1011", "admin")),
				Scene.days(60, () -> office.connect(office.arrive("admin"), Map.of("mailboxes", office.mailboxes()))),
				Scene.days(2, () -> office.end("The contract has ended.")));
	}

	private Office office(String name, String domain) {
		return Office.of(this.stage, name, domain);
	}

}
